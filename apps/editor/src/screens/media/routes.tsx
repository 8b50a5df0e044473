import { getRouteApi } from '@tanstack/react-router';
import { documentArea, imageArea } from './areas';
import { DocumentDetail } from './detail/document-detail';
import { ImageDetail } from './detail/image-detail';
import { LibraryScreen } from './library-screen';

const images = getRouteApi('/media');
const documents = getRouteApi('/documents');

/** The images of the library. */
export function ImagesRoute() {
  return <LibraryScreen area={imageArea} search={images.useSearch()} Detail={ImageDetail} />;
}

/** The documents of the library, sound and film among them. */
export function DocumentsRoute() {
  return <LibraryScreen area={documentArea} search={documents.useSearch()} Detail={DocumentDetail} />;
}
