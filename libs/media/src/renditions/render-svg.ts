import { sanitiseSvg } from '../files/svg-sanitiser.js';
import { cropViewBox } from '../files/svg-size.js';
import type { Size } from '../filter-spec/rect.js';
import type { RenditionPlan } from './plan.js';

/** Crops and resizes a drawing by its frame alone; it stays a drawing. Sanitised, whatever the original is. */
export function renderSvg(source: Buffer, plan: RenditionPlan, recorded: Size): Buffer {
  const { crop, size } = plan.geometry;
  const { text } = sanitiseSvg(source.toString('utf8'), (frame) => {
    const x = frame.size.width / recorded.width;
    const y = frame.size.height / recorded.height;
    const rect = { left: crop.left * x, top: crop.top * y, right: crop.right * x, bottom: crop.bottom * y };
    const box = cropViewBox(frame, rect);
    return {
      width: String(size.width),
      height: String(size.height),
      viewBox: [box.x, box.y, box.width, box.height].map((number) => Number(number.toFixed(6))).join(' '),
    };
  });
  return Buffer.from(text, 'utf8');
}
