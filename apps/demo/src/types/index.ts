import { Announcement } from './announcement.js';
import { ArticlePage, EventPage } from './calendar-pages.js';
import { ContactPage } from './contact-page.js';
import { GalleryPage, HomePage, SectionPage, StandardPage } from './general-pages.js';
import { PlantPage, StationPage, WalkPage } from './mountain-pages.js';
import { Footer, Operations } from './settings.js';
import { Category, Person } from './snippets.js';

export {
  Announcement,
  ArticlePage,
  Category,
  ContactPage,
  EventPage,
  Footer,
  GalleryPage,
  HomePage,
  Operations,
  Person,
  PlantPage,
  SectionPage,
  StandardPage,
  StationPage,
  WalkPage,
};

/** Everything the demo declares. */
export const types = [
  HomePage,
  SectionPage,
  StandardPage,
  GalleryPage,
  ContactPage,
  StationPage,
  PlantPage,
  WalkPage,
  EventPage,
  ArticlePage,
  Person,
  Category,
  Announcement,
  Footer,
  Operations,
];
