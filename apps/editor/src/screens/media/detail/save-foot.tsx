import { Button } from '@mantine/core';
import classes from './detail.module.css';

interface SaveFootProps {
  /** “Save image”. */
  verb: string;
  isChanged: boolean;
  saving: boolean;
  problem: string | null;
  onDiscard: () => void;
}

/** Stands at the foot of the details while something is not saved. */
export function SaveFoot({ verb, isChanged, saving, problem, onDiscard }: SaveFootProps) {
  return (
    <>
      {problem && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      {isChanged && (
        <div className={classes.actions}>
          <Button onClick={onDiscard}>Discard</Button>
          <Button type="submit" variant="filled" loading={saving}>
            {verb}
          </Button>
        </div>
      )}
    </>
  );
}
