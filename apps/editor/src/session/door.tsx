import type { ReactNode } from 'react';
import { Bird } from '../parts/bird';
import { SignInArt } from './sign-in-art';
import classes from './sign-in.module.css';

/** The frame of all that comes before one is in: what to do at the left, the moor at the right. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className={classes.wrap}>
      <main className={classes.side}>
        <div className={classes.brand}>
          <Bird size={34} ground="var(--sheet)" />
          Pipit
        </div>
        <div className={classes.box}>
          <h1>{title}</h1>
          <p className={classes.place}>{location.host}</p>
          {children}
        </div>
      </main>
      <SignInArt />
    </div>
  );
}

/** The way back to where one signs in. */
export function ToSignIn({ children }: { children: ReactNode }) {
  return (
    <p className={classes.other}>
      <a href="/editor/" className="link">
        {children}
      </a>
    </p>
  );
}
