import { FixFailure } from "./fixes/failure.js";
import { fitted, isWorthIt, picturesAmong, renamed } from "./fixes/pictures.js";

/** @typedef {import("./fixes/fixes.js").Replaced} Replaced */

const QUALITY = 0.85;

/** The files attached to messages, where pictures among them are made smaller. The originals are kept as long as this page lives, and nowhere else. */
export class Attachments {
  /** @type {Map<number, Map<number, {name: string, file: File}>>} by tab and attachment */
  #originals = new Map();

  /**
   * @param {{getAttachmentFile: (id: number) => Promise<File>, updateAttachment: (tabId: number, id: number, attachment: object) => Promise<any>}} compose
   * @param {(file: File) => Promise<Blob>} [shrink]
   */
  constructor(compose, shrink = smallerPicture) {
    this.compose = compose;
    this.shrink = shrink;
  }

  /**
   * The pictures that become worth less room by making them smaller.
   * @param {{id: number, name: string, size: number}[]} attachments
   * @returns {Promise<Replaced[]>}
   */
  async smaller(attachments) {
    /** @type {Replaced[]} */
    const replaced = [];
    for (const { id, name } of picturesAmong(attachments)) {
      const original = await this.compose.getAttachmentFile(id);
      const picture = await this.shrink(original).catch(error => {
        console.info(`Tripostal: ${name} is no picture that can be made smaller:`, error);
        return original;
      });
      if (isWorthIt(original.size, picture.size)) {
        const newName = renamed(name, picture.type);
        replaced.push({ id, name: newName, file: new File([picture], newName, { type: picture.type }), original });
      }
    }
    return replaced;
  }

  /**
   * @param {number} tabId @param {Replaced[]} replaced
   * @returns {Promise<number[]>} which
   */
  async replace(tabId, replaced) {
    const originals = this.#originals.get(tabId) ?? new Map();
    this.#originals.set(tabId, originals);
    for (const { id, name, file, original } of replaced) {
      await this.compose.updateAttachment(tabId, id, { file, name });
      originals.set(id, { name: original.name, file: original });
    }
    return replaced.map(({ id }) => id);
  }

  /**
   * @param {number} tabId @param {number[]} ids
   */
  async putBack(tabId, ids) {
    const originals = this.#originals.get(tabId);
    for (const id of ids) {
      const original = originals?.get(id);
      if (!original) {
        throw new FixFailure("not-at-hand");
      }
      await this.compose.updateAttachment(tabId, id, original);
      originals?.delete(id);
    }
  }

  /** @param {number} tabId */
  forget(tabId) {
    this.#originals.delete(tabId);
  }
}

/**
 * The picture, no larger than a screen shows it; as a JPEG, unless something shows through it. What the camera noted about place and time goes.
 * @param {File} file
 * @returns {Promise<Blob>}
 */
async function smallerPicture(file) {
  const bitmap = await createImageBitmap(file); // the right way up, whatever way the camera was held
  try {
    const { width, height } = fitted(bitmap);
    const canvas = new OffscreenCanvas(width, height);
    const paper = /** @type {OffscreenCanvasRenderingContext2D} */ (canvas.getContext("2d"));
    paper.imageSmoothingQuality = "high";
    paper.drawImage(bitmap, 0, 0, width, height);
    const type = file.type !== "image/jpeg" && showsThrough(paper.getImageData(0, 0, width, height).data) ? "image/png" : "image/jpeg";
    return await canvas.convertToBlob({ type, quality: QUALITY });
  } finally {
    bitmap.close();
  }
}

/** @param {Uint8ClampedArray} pixels red, green, blue and opacity of each */
function showsThrough(pixels) {
  for (let at = 3; at < pixels.length; at += 4) {
    if (pixels[at] < 255) {
      return true;
    }
  }
  return false;
}
