/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    /** Set by the page being rendered: what every component may ask about its surroundings. */
    view: import('./view/view.ts').View;
    /** The draft this request shows; absent for visitors. */
    preview?: import('./preview/preview.ts').ShownPreview;
  }
}
