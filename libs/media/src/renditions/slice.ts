import { CropsController } from '../crops/crops.controller.js';
import { DecodingQueue } from '../files/decoding-queue.js';
import { ImageProbe } from '../files/image-probe.js';
import { LocalOriginals } from '../files/local-originals.js';
import { Rendition } from '../rendition.entity.js';
import type { Slice } from '../slice.js';
import { ImageRenditionsController } from './image-renditions.controller.js';
import { KeptRenditions } from './kept-renditions.js';
import { PublicRenditions } from './public-renditions.js';
import { RenderImage } from './render-image.js';
import { RenditionBytes } from './rendition-bytes.js';
import { RenditionFiles } from './rendition-files.js';
import { RenditionMemory } from './rendition-memory.js';
import { RenditionPlanner } from './rendition-planner.js';
import { Renditions } from './renditions.js';
import { ServedRenditions } from './served-renditions.js';

/** What is made of images. */
export const RENDITIONS: Slice = {
  entities: [Rendition],
  controllers: [CropsController, ImageRenditionsController],
  providers: [
    DecodingQueue,
    ImageProbe,
    LocalOriginals,
    RenditionPlanner,
    RenderImage,
    Renditions,
    RenditionMemory,
    RenditionFiles,
    KeptRenditions,
    PublicRenditions,
    RenditionBytes,
    ServedRenditions,
  ],
};
