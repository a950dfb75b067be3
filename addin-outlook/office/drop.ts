import * as z from "zod/mini";
import type { DroppedFile } from "#outlook/outlook.ts";
import { MAIL_BYTES_MAX } from "#src/files/mail-limits.ts";
import type { CallQueue } from "./queue.ts";

z.config({ jitless: true });

/** Files taken of one drop, and their bytes together; a folder of thousands is an import, which the desk has. */
export const DROPPED_MAX = 100;
const DROPPED_BYTES_MAX = 4 * MAIL_BYTES_MAX;
/** Files of one drop that are named at all. */
const NAMED_MAX = 1_000;

const dropped = z.object({
  dragAndDropEventData: z.object({
    type: z.string(),
    dataTransfer: z.object({
      files: z.array(
        z.object({
          name: z.optional(z.nullable(z.string())),
          fileContent: z.optional(z.unknown()),
        }),
      ),
    }),
  }),
});

type Listener = (files: readonly DroppedFile[]) => void;

/**
 * Files dropped on the pane. Outlook on the web and new Outlook tell of a drop by an event of theirs, since the browser's
 * own never crosses into the pane's frame (.eml); classic Outlook and Mac drop into the page itself (.msg, .eml). Both
 * are listened to everywhere: who gives one never gives the other.
 */
export const watchDrops = (
  mailbox: Office.Mailbox,
  queue: CallQueue,
  page: Document,
): ((listener: Listener) => () => void) => {
  const listeners = new Set<Listener>();
  let isListening = false;

  const tell = async (
    given: readonly { readonly name: string; readonly blob: Blob }[],
  ): Promise<void> => {
    const files = await bytesWithin(given);
    if (files.length > 0) for (const listener of listeners) listener(files);
  };

  const listen = (): void => {
    if (isListening) return;
    isListening = true;
    // Older clients do not know the event: the browser's own drop is then all there is.
    void queue.call<unknown>((callback) => {
      const event = Office.EventType.DragAndDropEvent ?? "olkDragAndDropEvent";
      mailbox.addHandlerAsync(event, (told: unknown) => void tell(blobsOfEvent(told)), callback);
    });
    page.addEventListener("dragover", (event) => {
      if (holdsFiles(event.dataTransfer)) event.preventDefault();
    });
    page.addEventListener("drop", (event) => {
      if (!holdsFiles(event.dataTransfer)) return;
      // A form of the pane that takes files itself has had them by now.
      if (event.defaultPrevented) return;
      // Else the browser would leave the pane and show the file in its place.
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      void tell(files.map((file) => ({ name: file.name, blob: file })));
    });
  };

  return (listener) => {
    listeners.add(listener);
    listen();
    return () => {
      listeners.delete(listener);
    };
  };
};

/** The files of Outlook's own event; none while they are only dragged over the pane. */
export const blobsOfEvent = (
  told: unknown,
): readonly { readonly name: string; readonly blob: Blob }[] => {
  const parsed = z.safeParse(dropped, told);
  if (!parsed.success || parsed.data.dragAndDropEventData.type !== "drop") return [];
  return parsed.data.dragAndDropEventData.dataTransfer.files.flatMap((one) =>
    one.fileContent instanceof Blob ? [{ name: one.name ?? "", blob: one.fileContent }] : [],
  );
};

/** What is dropped, in its order. What is beyond the limits is named without its bytes, so that it can be said. */
export const bytesWithin = async (
  given: readonly { readonly name: string; readonly blob: Blob }[],
): Promise<readonly DroppedFile[]> => {
  const files: DroppedFile[] = [];
  let total = 0;
  for (const [index, { name, blob }] of given.slice(0, NAMED_MAX).entries()) {
    const isLeft =
      index >= DROPPED_MAX || blob.size > MAIL_BYTES_MAX || total + blob.size > DROPPED_BYTES_MAX;
    if (isLeft) {
      files.push({ name, bytes: new Uint8Array(0), isLeft: true });
      continue;
    }
    total += blob.size;
    files.push({ name, bytes: new Uint8Array(await blob.arrayBuffer()) });
  }
  return files;
};

const holdsFiles = (data: DataTransfer | null): boolean => data?.types.includes("Files") === true;
