/**
 * The topmost Received field: what the last server wrote, which tells two copies of a message apart. Empty where there is none, or where
 * the message cannot be read.
 * @param {Record<string, string[]>} headers
 */
export function topmostReceived(headers) {
  return headers.received?.[0] ?? "";
}

/**
 * The name that the host gives to such a copy.
 * @param {string} received the topmost Received field
 */
export async function deliveryOf(received) {
  const field = received.replace(/\s+/g, " ").trim();
  if (field === "") {
    return "none";
  }
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(field)));
  return [...digest.slice(0, 8)].map(byte => byte.toString(16).padStart(2, "0")).join("");
}
