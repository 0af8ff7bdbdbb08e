import './crate-picture.css';

/** A crate of records, drawn with the window's own colours. Says nothing that the words do not. */
export function CratePicture() {
  return (
    <svg className="crate-picture" viewBox="0 0 260 132" aria-hidden="true" focusable="false">
      {SLEEVES.map(({ x, turn, height, fill }) => (
        <g key={x} transform={`translate(${x} ${104 - height}) rotate(${turn} 0 ${height})`}>
          <rect width="15" height={height} rx="1.5" fill={fill} />
          <rect x="2.4" y="7" width="1.4" height={height * 0.34} rx=".7" className="crate-gloss" />
        </g>
      ))}
      <circle cx="212" cy="66" r="33" className="crate-record" />
      <circle cx="212" cy="66" r="25" className="crate-groove" />
      <circle cx="212" cy="66" r="18" className="crate-groove" />
      <circle cx="212" cy="66" r="10.500" className="crate-label" />
      <circle cx="212" cy="66" r="1.800" className="crate-hole" />
      <path d="M10 78h240v46a6 6 0 0 1-6 6H16a6 6 0 0 1-6-6Z" className="crate-wood" />
      <path d="M10 95.500h240M10 112.500h240" className="crate-slat" />
      <rect x="106" y="83" width="48" height="7" rx="3.500" className="crate-hole" />
    </svg>
  );
}

const SLEEVES = [
  { x: 24, turn: -4, height: 62, fill: 'var(--sleeve-1)' },
  { x: 42, turn: -3, height: 66, fill: 'var(--sleeve-2)' },
  { x: 60, turn: -2, height: 60, fill: 'var(--sleeve-3)' },
  { x: 77, turn: 0, height: 68, fill: 'var(--sleeve-4)' },
  { x: 95, turn: 1, height: 63, fill: 'var(--sleeve-1)' },
  { x: 113, turn: 3, height: 66, fill: 'var(--sleeve-5)' },
  { x: 132, turn: 6, height: 61, fill: 'var(--sleeve-2)' },
  { x: 151, turn: 9, height: 66, fill: 'var(--sleeve-3)' },
] as const;
