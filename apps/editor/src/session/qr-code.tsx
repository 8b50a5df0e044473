import { encode } from 'uqr';

/** A QR code drawn on the spot: no service is asked, so nobody else learns what is in it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data, size } = encode(text, { border: 3 });
  const path = data.flatMap((row, y) => row.map((on, x) => (on ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      width={196}
      height={196}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      {/* Dark on light whatever the theme: cameras expect it so. */}
      <rect width={size} height={size} className="qr-ground" />
      <path d={path} className="qr-dots" />
    </svg>
  );
}
