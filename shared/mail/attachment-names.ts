const ENDINGS: Readonly<Record<string, string>> = {
  "message/rfc822": "eml",
  "application/pdf": "pdf",
  "image/png": "png",
  "image/jpeg": "jpg",
  "text/html": "html",
  "text/plain": "txt",
  "text/calendar": "ics",
};

/** The name of an attachment as written, or `part-1.eml` and the like where it has none. `index` counts from 0. */
export const attachmentNameOf = (written: string, type: string, index: number): string => {
  const name = written.trim();
  if (name !== "") return name;
  const ending = ENDINGS[type];
  return `part-${String(index + 1)}${ending === undefined ? "" : `.${ending}`}`;
};
