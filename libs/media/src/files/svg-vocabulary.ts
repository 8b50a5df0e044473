/** Elements that draw, group, clip, fade or move. What loads, scripts, links or embeds is not among them. */
const ELEMENTS = words(`
  svg g defs symbol use title desc style switch
  path rect circle ellipse line polyline polygon text tspan textPath image marker
  linearGradient radialGradient stop pattern clipPath mask
  filter feBlend feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting
  feDisplacementMap feDistantLight feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge
  feMergeNode feMorphology feOffset fePointLight feSpecularLighting feSpotLight feTile feTurbulence
  animate animateMotion animateTransform mpath`);

/** Attributes of those elements. `href` is here too; its values are looked at one by one. */
const ATTRIBUTES = words(`
  xmlns xmlns:xlink version id class style lang xml:lang xml:space transform transform-origin viewBox
  preserveAspectRatio x y x1 y1 x2 y2 cx cy r rx ry fx fy fr dx dy width height d points pathLength rotate offset
  href xlink:href role aria-label aria-labelledby aria-hidden focusable
  fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit
  stroke-dasharray stroke-dashoffset color color-interpolation color-interpolation-filters opacity display
  visibility overflow clip clip-path clip-rule mask mask-type filter flood-color flood-opacity lighting-color
  stop-color stop-opacity paint-order vector-effect shape-rendering text-rendering image-rendering mix-blend-mode
  isolation enable-background marker-start marker-mid marker-end markerWidth markerHeight markerUnits refX refY orient
  font-family font-size font-style font-variant font-weight font-stretch letter-spacing word-spacing text-anchor
  text-decoration textLength lengthAdjust dominant-baseline alignment-baseline baseline-shift writing-mode direction
  startOffset method spacing gradientUnits gradientTransform spreadMethod patternUnits patternContentUnits
  patternTransform clipPathUnits maskUnits maskContentUnits filterUnits primitiveUnits
  in in2 result mode type values operator k1 k2 k3 k4 order kernelMatrix divisor bias targetX targetY edgeMode
  preserveAlpha surfaceScale diffuseConstant specularConstant specularExponent scale xChannelSelector
  yChannelSelector azimuth elevation tableValues slope intercept amplitude exponent stdDeviation radius z
  pointsAtX pointsAtY pointsAtZ limitingConeAngle baseFrequency numOctaves seed stitchTiles
  attributeName attributeType begin dur end min max restart repeatCount repeatDur calcMode keyTimes keySplines
  keyPoints from to by additive accumulate path`);

/** True for elements that may stay. */
export function isSafeElement(name: string): boolean {
  return ELEMENTS.has(name);
}

/** True for attributes that neither run nor load anything. */
export function isSafeAttribute(name: string, value: string): boolean {
  if (!ATTRIBUTES.has(name)) return false;
  if (name === 'href' || name === 'xlink:href') return isInnerReference(value) || isInlinePicture(value);
  if (name.startsWith('xmlns')) return /^http:\/\/www\.w3\.org\/(2000\/svg|1999\/xlink)$/.test(value);
  // An animation could otherwise give a link an address after the check.
  if (name === 'attributeName') return !/href|^on/i.test(value);
  return isSafeStyle(value);
}

/** Nothing that loads or runs: `url()` may point inside the file only. Escapes could hide anything, so they go. */
export function isSafeStyle(text: string): boolean {
  if (/\\|@import|@charset|expression\s*\(|javascript:|-moz-binding|image-set\s*\(/i.test(text)) return false;
  return [...text.matchAll(/url\s*\(\s*["']?\s*([^"')]*)/gi)].every(([, target]) => isInnerReference(target ?? ''));
}

function isInnerReference(value: string): boolean {
  return /^\s*#[\w.:-]*\s*$/.test(value);
}

function isInlinePicture(value: string): boolean {
  return /^data:image\/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*$/.test(value);
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.trim().split(/\s+/));
}
