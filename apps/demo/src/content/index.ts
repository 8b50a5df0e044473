export { collections } from './media/collections.js';
export { documents } from './media/documents.js';
export { pictures } from './media/pictures.js';
export { pages } from './pages/index.js';
export * from './seed.js';
export { categories } from './snippets/categories.js';
export { people } from './snippets/people.js';
export { subscribers } from './subscribers.js';
