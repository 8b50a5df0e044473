/** A width and a height. */
export interface Size {
  width: number;
  height: number;
}
/** A part of a picture: its upper left corner and its size, in pixels of the picture. */
export interface Area extends Size {
  x: number;
  y: number;
}
/** What matters most: its centre and its size. */
export interface Focus extends Size {
  x: number;
  y: number;
}
export type Corner = 'nw' | 'ne' | 'sw' | 'se';

const clamp = (value: number, least: number, most: number): number => Math.min(Math.max(value, least), most);
/** A part is never dragged smaller than this share of the largest one. */
const least = 0.08;

/** The largest part of a ratio. */
export function largest(image: Size, ratio: Size): Size {
  const factor = Math.min(image.width / ratio.width, image.height / ratio.height);
  return {
    width: clamp(Math.round(ratio.width * factor), 1, image.width),
    height: clamp(Math.round(ratio.height * factor), 1, image.height),
  };
}

/** What is shown in a ratio while nobody chose: the largest part, as near to the focus as it can be. */
export function areaAround(image: Size, ratio: Size, focus: { x: number; y: number } | null): Area {
  const size = largest(image, ratio);
  return placed(image, {
    ...size,
    x: (focus?.x ?? image.width / 2) - size.width / 2,
    y: (focus?.y ?? image.height / 2) - size.height / 2,
  });
}

/** Moved until it lies inside of the picture, in whole pixels. */
function placed(image: Size, { x, y, width, height }: Area): Area {
  return {
    x: Math.round(clamp(x, 0, image.width - width)),
    y: Math.round(clamp(y, 0, image.height - height)),
    width,
    height,
  };
}

export function moved(image: Size, area: Area, across: number, down: number): Area {
  return placed(image, { ...area, x: area.x + across, y: area.y + down });
}

/** Of the ratio, as wide as wished or as there is room for, about the same centre. */
export function widened(image: Size, area: Area, ratio: Size, width: number): Area {
  const most = largest(image, ratio);
  const wide = clamp(Math.round(width), Math.max(1, Math.ceil(most.width * least)), most.width);
  const high = clamp(Math.round((wide * ratio.height) / ratio.width), 1, most.height);
  return placed(image, {
    x: area.x + (area.width - wide) / 2,
    y: area.y + (area.height - high) / 2,
    width: wide,
    height: high,
  });
}

/** One corner is dragged to a spot; the one across from it stays, and so does the ratio. */
export function cornered(image: Size, area: Area, ratio: Size, corner: Corner, spot: { x: number; y: number }): Area {
  const west = corner.endsWith('w');
  const north = corner.startsWith('n');
  const fixed = { x: west ? area.x + area.width : area.x, y: north ? area.y + area.height : area.y };
  const room = {
    width: west ? fixed.x : image.width - fixed.x,
    height: north ? fixed.y : image.height - fixed.y,
  };
  const shape = ratio.width / ratio.height;
  // The larger of both ways counts, so that a drag along one side works too.
  const wished = Math.max(
    west ? fixed.x - spot.x : spot.x - fixed.x,
    (north ? fixed.y - spot.y : spot.y - fixed.y) * shape,
  );
  const most = Math.min(room.width, room.height * shape);
  const width = Math.max(1, Math.round(clamp(wished, Math.min(most, largest(image, ratio).width * least), most)));
  const height = clamp(Math.round(width / shape), 1, room.height);
  return placed(image, { x: west ? fixed.x - width : fixed.x, y: north ? fixed.y - height : fixed.y, width, height });
}

/** The focus at a spot in percent; one that was set keeps its size. */
export function focusAt(image: Size, spot: { x: number; y: number }, before: Focus | null): Focus {
  const side = Math.max(1, Math.round(Math.min(image.width, image.height) * 0.2));
  return {
    x: Math.round((clamp(spot.x, 0, 100) / 100) * image.width),
    y: Math.round((clamp(spot.y, 0, 100) / 100) * image.height),
    width: before?.width ?? side,
    height: before?.height ?? side,
  };
}

/** How large the focus is, in percent of the shorter side of the picture. */
export function focusSize(image: Size, focus: Focus): number {
  return Math.round((Math.max(focus.width, focus.height) / Math.min(image.width, image.height)) * 100);
}

/** The focus in another size; its shape stays. */
export function focusSized(image: Size, focus: Focus, percent: number): Focus {
  const wished = (clamp(percent, 2, 100) / 100) * Math.min(image.width, image.height);
  const factor = wished / Math.max(focus.width, focus.height);
  return {
    ...focus,
    width: Math.max(1, Math.round(focus.width * factor)),
    height: Math.max(1, Math.round(focus.height * factor)),
  };
}
