import css from './text-box.module.css';

/** How much of the allowed length is used; silent until it gets close. */
export function Counter({ text, max }: { text: string; max: number | null | undefined }) {
  const length = [...text].length;
  if (!max || length < max * 0.8) return null;
  return (
    <span className={`${css.counter} num`} data-over={length > max || undefined}>
      {length} of {max} characters
    </span>
  );
}
