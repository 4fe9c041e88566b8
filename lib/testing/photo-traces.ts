import type { Sharp } from 'sharp';

/** Metadata that nobody but the photographer should have, readable as text wherever it survives. */
export function withTraces(photo: Sharp): Sharp {
  return photo
    .withExif({
      IFD0: { Artist: 'JEJAK-PEMOTRET', Model: 'JEJAK-KAMERA' },
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '0/1 30/1 7/1', GPSLongitudeRef: 'E', GPSLongitude: '117/1 9/1 0/1' },
    })
    .withXmp(
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description xmlns:x="http://ns.adobe.com/exif/1.0/" x:Jejak="JEJAK-XMP"/></rdf:RDF></x:xmpmeta>',
    );
}
