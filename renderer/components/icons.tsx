import type { ReactNode } from 'react';

interface IconProps {
  /** Edge length in CSS pixels. */
  readonly size?: number;
}

function Icon({ size = 16, children }: IconProps & { readonly children: ReactNode }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.4"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export const DiscIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="8" cy="8" r="6.2" />
    <circle cx="8" cy="8" r="2" />
    <path d="M8 4.2A3.8 3.8 0 0 1 11.8 8" opacity=".55" />
  </Icon>
);

export const ChangesIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M6.5 4h7M6.5 8h7M6.5 12h7" />
    <path d="M2 4h1.8M2.9 3.1v1.8M2 12h1.8" />
    <circle cx="2.9" cy="8" r=".7" />
  </Icon>
);

export const PlusIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M8 3.5v9M3.5 8h9" />
  </Icon>
);

export const MinusIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M3.5 8h9" />
  </Icon>
);

export const SlashedIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="8" cy="8" r="5.2" />
    <path d="m4.4 11.6 7.2-7.2" />
  </Icon>
);

export const ReturnIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M3 8.2a5 5 0 1 0 1.6-3.7L3 6" />
    <path d="M3 2.8V6h3.2" />
  </Icon>
);

export const MovedIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M5 13V3.5M2.6 5.8 5 3.4l2.4 2.4M11 3v9.5M8.6 10.2l2.4 2.4 2.4-2.4" />
  </Icon>
);

export const PencilIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="m3 13 .7-2.9 7-7a1.2 1.2 0 0 1 1.7 0l.5.5a1.2 1.2 0 0 1 0 1.7l-7 7Z" />
  </Icon>
);

export const CheckIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="m3.2 8.6 3.1 3.1 6.5-7" />
  </Icon>
);

export const CopyIcon = (props: IconProps) => (
  <Icon {...props}>
    <rect x="5.5" y="5.5" width="8" height="8" rx="1.6" />
    <path d="M10.5 3.6A1.6 1.6 0 0 0 9 2.5H4A1.5 1.5 0 0 0 2.5 4v5c0 .7.5 1.3 1.1 1.5" />
  </Icon>
);

export const AwayIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M5 11 11 5M6 5h5v5" />
  </Icon>
);

export const CloseIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="m4 4 8 8M12 4l-8 8" />
  </Icon>
);

export const WarningIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M8 2.4 14.2 13H1.8Z" />
    <path d="M8 6.4v3M8 11.2v.1" />
  </Icon>
);

export const ChevronIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="m5.5 6.5 2.5-2.7 2.5 2.7M5.5 9.5 8 12.2l2.5-2.7" />
  </Icon>
);

export const ArrowUpIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M8 13V3.4M4.2 7.2 8 3.4l3.8 3.8" />
  </Icon>
);

export const PauseIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M5.5 3.5v9M10.5 3.5v9" />
  </Icon>
);

export const CaretIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="m6 3.8 4.2 4.2L6 12.2" />
  </Icon>
);

export const RefreshIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M13 8a5 5 0 1 1-1.5-3.6L13 5.8" />
    <path d="M13 2.6v3.2H9.8" />
  </Icon>
);

export const PlugIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M5.6 2v3M10.4 2v3M3.8 5.2h8.4v2.3a4.2 4.2 0 0 1-8.4 0Z" />
    <path d="M8 11.7V14" />
  </Icon>
);

export const SlidersIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M2 4.7h6.2M12 4.7h2M2 11.3h2M7.8 11.3H14" />
    <circle cx="10.1" cy="4.7" r="1.9" />
    <circle cx="5.9" cy="11.3" r="1.9" />
  </Icon>
);

export const ShelfIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M3 2.8v10.4M6 2.8v10.4M9 2.8v10.4" />
    <path d="m11.3 3.3 2.5 9.4" />
  </Icon>
);

export const PlaylistIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M2.5 4h8M2.5 7.5h8M2.5 11h4.5" />
    <path d="M12.9 6.2v5.1" />
    <circle cx="11.3" cy="11.6" r="1.6" />
  </Icon>
);

export const CompareIcon = (props: IconProps) => (
  <Icon {...props}>
    <path d="M6 3.5H2.5v9H6M10 3.5h3.5v9H10M8 2v12" />
  </Icon>
);

export const SearchIcon = (props: IconProps) => (
  <Icon {...props}>
    <circle cx="7" cy="7" r="4.3" />
    <path d="m10.2 10.2 3.3 3.3" />
  </Icon>
);
