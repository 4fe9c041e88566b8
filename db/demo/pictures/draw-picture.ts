import sharp from 'sharp';
import { busAtShelter } from './scenes/bus-shelter.ts';
import { domesAtBlueHour } from './scenes/domes.ts';
import { roadThroughForest } from './scenes/forest-road.ts';
import { healthCentre } from './scenes/health-centre.ts';
import { hornbillOnBranch } from './scenes/hornbill.ts';
import { immunisation } from './scenes/immunisation.ts';
import { wasteShares } from './scenes/info-waste.ts';
import { waterSteps } from './scenes/info-water.ts';
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

const sceneDrawings = {
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
  'info-water': waterSteps,
  'info-waste': wasteShares,
} as const;

/** Name of a drawn scene. */
export type SceneKey = keyof typeof sceneDrawings;

type Part = { of: SceneKey; left: number; top: number; width: number; height: number };

/** Parts of scenes as pictures of their own, for galleries: somebody took a step closer. In pixels of the scene. */
const parts = {
  'longhouse-dancers': { of: 'longhouse', left: 300, top: 480, width: 870, height: 580 },
  'longhouse-roof': { of: 'longhouse', left: 500, top: 170, width: 630, height: 420 },
  'woven-cloth-diamonds': { of: 'woven-cloth', left: 250, top: 200, width: 720, height: 480 },
  'ferry-hull': { of: 'river-ferry', left: 480, top: 280, width: 900, height: 600 },
  'ferry-pier': { of: 'river-ferry', left: 0, top: 630, width: 645, height: 430 },
  'stilt-rower': { of: 'stilt-village', left: 460, top: 560, width: 600, height: 400 },
  'stilt-houses': { of: 'stilt-village', left: 0, top: 260, width: 645, height: 430 },
  'hornbill-head': { of: 'hornbill', left: 400, top: 190, width: 690, height: 460 },
  'seedlings-pupils': { of: 'seedlings', left: 690, top: 590, width: 600, height: 400 },
  'seedlings-guide': { of: 'seedlings', left: 340, top: 540, width: 480, height: 500 },
} as const satisfies Record<string, Part>;

type PartKey = keyof typeof parts;

/** Name of a picture. */
export type PictureKey = SceneKey | PartKey;

const isScene = (text: string): text is SceneKey => Object.hasOwn(sceneDrawings, text);
const isPart = (text: string): text is PartKey => Object.hasOwn(parts, text);

/** Whether a text names a picture. */
export function isPictureKey(text: string): text is PictureKey {
  return isScene(text) || isPart(text);
}

/** The names of all pictures. */
export const pictureKeys: readonly PictureKey[] = [...Object.keys(sceneDrawings), ...Object.keys(parts)].filter(
  isPictureKey,
);

/**
 * Draws one picture of the demo. The same key always gives the same picture.
 *
 * @param drawn scenes drawn already, for pictures that show parts of one; new ones are added
 * @returns JPEG bytes, landscape 1600 × 1067 or upright 1200 × 1500, at most 600 KB; a part is smaller
 */
export async function drawPicture(key: PictureKey, drawn: Map<SceneKey, Promise<Buffer>> = new Map()): Promise<Buffer> {
  const part: Part | undefined = isPart(key) ? parts[key] : undefined;
  const scene = isScene(key) ? key : part?.of;
  if (scene === undefined) throw new Error(`There is no picture ${key}.`);
  const whole = drawn.get(scene) ?? sceneDrawings[scene]();
  drawn.set(scene, whole);
  if (part === undefined) return whole;
  const { left, top, width, height } = part;
  return sharp(await whole)
    .extract({ left, top, width, height })
    .jpeg({ quality: 86 })
    .toBuffer();
}
