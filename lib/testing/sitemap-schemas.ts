/**
 * The rules of https://www.sitemaps.org/protocol.html and of news sitemaps as schemas, as far as
 * our sitemaps use them: stricter than the published ones, which allow anything of other namespaces.
 */

const protocol = 'http://www.sitemaps.org/schemas/sitemap/0.9';
const news = 'http://www.google.com/schemas/sitemap-news/0.9';

const simple = `
  <xs:simpleType name="address">
    <xs:restriction base="xs:anyURI">
      <xs:minLength value="12"/><xs:maxLength value="2048"/><xs:pattern value="https?://[^\\s]+"/>
    </xs:restriction>
  </xs:simpleType>`;

const schema = (body: string, imports = '') => `<?xml version="1.0"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="${protocol}" targetNamespace="${protocol}" elementFormDefault="qualified">
  ${imports}${simple}
  ${body}
</xs:schema>`;

const listOf = (root: string, item: string, rest = '', fewest = 1) => `
  <xs:element name="${root}"><xs:complexType><xs:sequence>
    <xs:element name="${item}" minOccurs="${fewest}" maxOccurs="50000"><xs:complexType><xs:sequence>
      <xs:element name="loc" type="address"/>
      <xs:element name="lastmod" type="xs:dateTime" minOccurs="0"/>
      ${rest}
    </xs:sequence></xs:complexType></xs:element>
  </xs:sequence></xs:complexType></xs:element>`;

export const sitemapSchema = schema(listOf('urlset', 'url'));
export const sitemapIndexSchema = schema(listOf('sitemapindex', 'sitemap'));

/** News stand in their own namespace; what is in it is checked by name and order. */
export const newsSchema = schema(listOf('urlset', 'url', `<xs:any namespace="${news}" processContents="lax"/>`, 0));
