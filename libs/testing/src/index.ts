/** What projects test their declarations with. */
export { declaredBlock, declaredType, type DeclaredBlock, type DeclaredType } from './declared.js';
