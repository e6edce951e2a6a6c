// Pictures as they are taken and kept.
import type { BrowserContextOptions } from 'playwright';
import sharp from 'sharp';

/** Whose eyes they are taken with: sharp enough for people's screens, nothing in motion, one time zone wherever that is. */
export const EYES = {
  deviceScaleFactor: 1.5,
  reducedMotion: 'reduce',
  timezoneId: 'Europe/Berlin',
} satisfies BrowserContextOptions;

/** A page has few colours: with 256 of its own it keeps every edge, in a third of the bytes. */
export const keep = (picture: Buffer, file: string) =>
  sharp(picture).png({ palette: true, quality: 95, effort: 10, compressionLevel: 9 }).toFile(file);
