import { busAtShelter } from './scenes/bus-shelter.ts';
import { domesAtBlueHour } from './scenes/domes.ts';
import { roadThroughForest } from './scenes/forest-road.ts';
import { healthCentre } from './scenes/health-centre.ts';
import { hornbillOnBranch } from './scenes/hornbill.ts';
import { immunisation } from './scenes/immunisation.ts';
import { islandPier } from './scenes/island-pier.ts';
import { libraryByTheWindow } from './scenes/library.ts';
import { longhouseDance } from './scenes/longhouse.ts';
import { mangroveWithMonkey } from './scenes/mangrove.ts';
import { morningMarket } from './scenes/morning-market.ts';
import { rainCloudsOverTown } from './scenes/rain-clouds.ts';
import { rainforestInMist } from './scenes/rainforest.ts';
import { riverBridgeAtDusk } from './scenes/river-bridge.ts';
import { riverFerryInTheMorning } from './scenes/river-ferry.ts';
import { schoolYard } from './scenes/school-yard.ts';
import { plantingSeedlings } from './scenes/seedlings.ts';
import { serviceCounter } from './scenes/service-counter.ts';
import { signedLetterOnLaptop } from './scenes/signed-letter.ts';
import { villageOnStilts } from './scenes/stilt-village.ts';
import { vegetableBeds } from './scenes/vegetable-beds.ts';
import { mastAboveVillage } from './scenes/village-mast.ts';
import { wasteBank } from './scenes/waste-bank.ts';
import { wovenCloth } from './scenes/woven-cloth.ts';

const scenes = {
  'river-bridge': riverBridgeAtDusk,
  'river-ferry': riverFerryInTheMorning,
  'stilt-village': villageOnStilts,
  rainforest: rainforestInMist,
  'forest-road': roadThroughForest,
  mangrove: mangroveWithMonkey,
  seedlings: plantingSeedlings,
  'vegetable-beds': vegetableBeds,
  'health-centre': healthCentre,
  'school-yard': schoolYard,
  'rain-clouds': rainCloudsOverTown,
  'morning-market': morningMarket,
  longhouse: longhouseDance,
  domes: domesAtBlueHour,
  'waste-bank': wasteBank,
  library: libraryByTheWindow,
  'service-counter': serviceCounter,
  immunisation,
  'signed-letter': signedLetterOnLaptop,
  'island-pier': islandPier,
  'village-mast': mastAboveVillage,
  'bus-shelter': busAtShelter,
  hornbill: hornbillOnBranch,
  'woven-cloth': wovenCloth,
} as const;

/** Name of a picture. */
export type PictureKey = keyof typeof scenes;

/** Whether a text names a picture. */
export function isPictureKey(text: string): text is PictureKey {
  return Object.hasOwn(scenes, text);
}

/** The names of all pictures. */
export const pictureKeys: readonly PictureKey[] = Object.keys(scenes).filter(isPictureKey);

/**
 * Draws one picture of the demo. The same key always gives the same picture.
 *
 * @returns JPEG bytes, landscape 1600 × 1067 or upright 1200 × 1500, at most 600 KB
 */
export function drawPicture(key: PictureKey): Promise<Buffer> {
  return scenes[key]();
}
