import { ApiProblem } from "../http/fetch";
import type { ErrorCode } from "../errors";
import type { AttachmentDto } from "../timeline/schema";

const LIMIT = 10_000_000;
const KINDS = ["image/png", "image/jpeg", "image/gif", "image/webp"];
export const PICTURES = KINDS.join(",");

/** Why a file is not even sent, or null. */
export function pictureRefusal(file: { size: number; type: string; name: string }): string | null {
  const name = file.name ? `“${file.name}”` : "That";
  if (file.size > LIMIT) return `${name} has ${(file.size / 1_000_000).toFixed(0)} MB; a picture may have 10. Make it smaller and put it in again.`;
  if (!KINDS.includes(file.type)) return `${name} is no picture that can be shown here: PNG, JPEG, GIF and WebP can.`;
  return null;
}

/** Uploads a picture and tells how far it is, from 0 to 1. Refusals are thrown as problems. */
export function uploadShowing(ref: string, file: File, onProgress: (share: number) => void): Promise<AttachmentDto> {
  const form = new FormData();
  form.append("file", file);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", `/api/v1/incidents/${ref}/attachments`);
    request.responseType = "json";
    request.setRequestHeader("accept", "application/json");
    request.upload.onprogress = ({ loaded, total, lengthComputable }) => lengthComputable && onProgress(loaded / total);
    request.onload = () => {
      if (request.status < 300) return resolve(request.response as AttachmentDto);
      const told = (request.response ?? {}) as { code?: ErrorCode; detail?: string };
      reject(new ApiProblem(told.code ?? (request.status >= 502 ? "UNAVAILABLE" : "INTERNAL"), request.status, told));
    };
    request.onerror = () => reject(new ApiProblem("OFFLINE", 0, { detail: "No connection to Candor right now." }));
    request.send(form);
  });
}
