import { ValidateBy } from 'class-validator';

const MAX_CROPS = 50;
const SIDES = ['x', 'y', 'width', 'height'];

/** Checks that each member is a crop or null; whether their names are declared and they lie inside is asked later. */
export function IsCrops(): PropertyDecorator {
  return ValidateBy({
    name: 'isCrops',
    validator: {
      validate: (value: unknown) => {
        const crops = Object.values(Object(value) as object);
        return crops.length <= MAX_CROPS && crops.every((crop) => crop === null || isCrop(crop));
      },
      defaultMessage: () => 'each crop must be null or have x, y, width and height, which are numbers',
    },
  });
}

function isCrop(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const members = Object.entries(value);
  return (
    members.length === SIDES.length && members.every(([name, side]) => SIDES.includes(name) && Number.isFinite(side))
  );
}
