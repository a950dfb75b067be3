/** Long enough for any browser to have begun reading; the bytes would otherwise stay in memory. */
const URL_LIFE_MS = 60_000;

/** Hands bytes to the person as a file. Its type never makes the browser show it. */
export const offerFile = (name: string, type: string, bytes: Uint8Array): void => {
  const url = URL.createObjectURL(new Blob([bytes.slice().buffer], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, URL_LIFE_MS);
};

/**
 * Shows a page of ours in a tab of its own, where the browser prints it; false where the browser allows no new tab. The tab
 * comes first: of one that a frame of another site opens at such an address, Chromium tells nothing back, as if it had been
 * blocked.
 */
export const openPage = (html: string): boolean => {
  const tab = window.open("", "_blank");
  if (tab === null) return false;
  const url = URL.createObjectURL(new Blob([html], { type: "text/html;charset=utf-8" }));
  tab.opener = null;
  tab.location.replace(url);
  setTimeout(() => {
    URL.revokeObjectURL(url);
  }, URL_LIFE_MS);
  return true;
};
