/** Longest edge of a picture that is made smaller: fills a large screen. Pixels. */
export const LONGEST_EDGE = 1920;
/** What is not at least so much smaller stays as it is. */
const WORTH_IT = 0.8;
/** Smaller pictures are not what makes a message large. Bytes. */
const LEAST = 100_000;
const PICTURE = /\.(?:jpe?g|png|webp|bmp)$/i;

/**
 * The attachments that may be pictures worth making smaller.
 * @template {{name: string, size: number}} T
 * @param {T[]} attachments
 * @returns {T[]}
 */
export function picturesAmong(attachments) {
  return attachments.filter(({ name, size }) => PICTURE.test(name) && size > LEAST);
}

/**
 * How large a picture becomes; as it is where it is small enough.
 * @param {{width: number, height: number}} size pixels
 */
export function fitted({ width, height }) {
  const factor = Math.min(1, LONGEST_EDGE / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) };
}

/** A picture that becomes a JPEG is called so. @param {string} name @param {string} type of the new file, such as image/jpeg */
export function renamed(name, type) {
  return type === "image/jpeg" && !/\.jpe?g$/i.test(name) ? name.replace(/\.[^.]+$/, ".jpg") : name;
}

/** @param {number} before bytes @param {number} after bytes */
export function isWorthIt(before, after) {
  return after < before * WORTH_IT;
}
