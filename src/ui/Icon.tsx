const paths = {
  undo: 'M4 7.5h8a4.5 4.5 0 0 1 0 9H8M7 4 3.5 7.5 7 11',
  redo: 'M16 7.5H8a4.5 4.5 0 0 0 0 9h4M13 4l3.5 3.5L13 11',
  import: 'M10 3v9M6.5 8.5 10 12l3.5-3.5M3.5 13v3.5h13V13',
  export: 'M10 12V3M6.5 6.5 10 3l3.5 3.5M3.5 13v3.5h13V13',
  link: 'M8.5 11.5a3 3 0 0 0 4.2.3l3-3a3 3 0 0 0-4.3-4.3L10 5.9M11.5 8.5a3 3 0 0 0-4.2-.3l-3 3a3 3 0 0 0 4.3 4.3l1.4-1.4',
  view: 'M10 3a7 7 0 1 0 0 14zM10 3a7 7 0 0 1 0 14',
  presets: 'M3.5 4.5h5v5h-5zM11.5 4.5h5v5h-5zM3.5 12.5h5v4h-5zM11.5 12.5h5v4h-5z',
  claims: 'M3.5 10.5 7 14l4-8M11.5 14l5-6M11.5 8l5 6',
  lessons: 'M2.5 4h15v9.5h-15zM10 13.5V17M6.5 17h7M8.5 6.5v4.5l3.5-2.2z',
  edit: 'M4 16l.8-3.4L13.5 3.9a1.4 1.4 0 0 1 2 0l.6.6a1.4 1.4 0 0 1 0 2L7.4 15.2zM12 5.5 14.5 8',
  close: 'M5 5l10 10M15 5 5 15',
  done: 'M4.5 10.5 8.5 14.5 15.5 6',
  reset: 'M4.5 10a5.5 5.5 0 1 0 1.8-4.1M6.3 2.8v3.4h3.4',
  fold: 'M5.5 8 10 12.5 14.5 8',
  back: 'M12 5.5 7.5 10l4.5 4.5',
  next: 'M8 5.5 12.5 10 8 14.5',
  less: 'M5 10h10',
  more: 'M5 10h10M10 5v10',
} as const

export type IconName = keyof typeof paths

/** One line weight for all, that of the figure. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="glyph" viewBox="0 0 20 20" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
