/** The text of a format=flowed part (RFC 3676, 4): lines that end in a space go on in the next one. */
export const flowedText = (text: string, withoutSpace: boolean): string => {
  const out: string[] = [];
  let isOpen = false;
  for (const line of text.split("\n")) {
    const bare = line.startsWith(" ") ? line.slice(1) : line;
    if (out.length > 0 && !isOpen) out.push("\n");
    // The line of a signature ends in a space and flows nowhere.
    isOpen = bare.endsWith(" ") && bare !== "-- ";
    out.push(isOpen && withoutSpace ? bare.slice(0, -1) : bare);
  }
  return out.join("");
};
