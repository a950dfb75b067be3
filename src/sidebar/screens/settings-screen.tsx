import { useSignal } from "@preact/signals";
import type { VNode } from "preact";
import { correctCreditor } from "#shared/app/ledger-acts.ts";
import { NEW_CREDITOR, settingsView } from "#shared/app/settings-view.ts";
import type { SettingsView } from "#shared/app/settings-view.ts";
import { setTeaching } from "#shared/app/teaching-acts.ts";
import type { Own } from "#shared/kernel/text.ts";
import { NoticeOf, Refused } from "#src/sidebar/components/actions.tsx";
import { Button } from "#src/sidebar/components/button.tsx";
import { CheckboxField, SelectField } from "#src/sidebar/components/field.tsx";
import { Notice } from "#src/sidebar/components/notice.tsx";
import { SentenceText } from "#src/sidebar/components/sentence-text.tsx";
import { EditedForm } from "#src/sidebar/forms/form-screen.tsx";
import { formReader } from "#shared/app/forms/form-spec.ts";
import type { BackupOutcome } from "#src/sidebar/host.ts";
import { outcome } from "#src/sidebar/screen-runner.ts";
import type { ActOutcome, Shell } from "#src/sidebar/shell.ts";
import { useView } from "#src/sidebar/use-view.ts";
import {
  AUTHOR_FIELD,
  authorField,
  fieldOfSetting,
  identityOf,
  stateOfSettings,
} from "#shared/app/forms/setting-fields.ts";
import { formWords } from "#src/sidebar/forms/form-words.ts";

/** A backup beyond this is another file: hundreds of thousands of entries with their mails stay below it. */
const BACKUP_BYTES_MAX = 500 * 1024 * 1024;

const BACKUP_KEY = "settings/backup";
const RESTORE_KEY = "settings/restore";
const CHECK_KEY = "settings/check";
const TEACHING_KEY = "settings/teaching";

export const SettingsScreen = ({ shell }: { readonly shell: Shell }): VNode => {
  const storage = shell.host.storagePlace.value;
  const drawn = useView(shell, settingsView, { storage }, JSON.stringify(storage)).value;
  if (drawn.type === "loading") {
    return <p class="rl-quiet">{shell.words.value.shell.loading.own}</p>;
  }
  if (drawn.type === "fault") return <Notice tone="danger" text={drawn.text} />;
  const { view } = drawn;
  return (
    <div class="rl-stack rl-stack--loose">
      <h1>{view.title.own}</h1>
      {view.notices.map((notice) => (
        <NoticeOf key={notice.key} shell={shell} notice={notice} />
      ))}
      <LanguageChoice shell={shell} />
      <Data shell={shell} view={view} />
      <Teaching shell={shell} view={view} />
      <Identity key={shell.host.language.value} shell={shell} view={view} />
    </div>
  );
};

const LanguageChoice = ({ shell }: { readonly shell: Shell }): VNode => {
  const words = shell.words.value.settings;
  return (
    <SelectField
      id="rl-language"
      label={words.language.own}
      value={shell.host.language.value}
      choices={(["fr", "en"] as const).map((key) => ({
        value: key,
        label: words.languages[key].own,
      }))}
      onInput={(value) => {
        shell.host.setLanguage(value === "en" ? "en" : "fr");
      }}
    />
  );
};

const Teaching = (props: { readonly shell: Shell; readonly view: SettingsView }): VNode => {
  const { shell, view } = props;
  const { title, label, hint, on } = view.teaching;
  return (
    <section class="rl-section" aria-label={title.own}>
      <h2>{title.own}</h2>
      <CheckboxField
        id="rl-teaching"
        label={label.own}
        hint={hint.own}
        checked={on}
        onInput={(used) => {
          void shell.act(TEACHING_KEY, async () =>
            outcome(shell, await shell.host.run(setTeaching, { used })),
          );
        }}
      />
      <Refused shell={shell} keys={[TEACHING_KEY]} />
    </section>
  );
};

const Data = (props: { readonly shell: Shell; readonly view: SettingsView }): VNode => {
  const { shell, view } = props;
  const { host } = shell;
  const words = shell.words.value.settings;
  const found = useSignal<readonly Own[] | null>(null);
  const said = host.storage.value;
  const backUp = (): void => {
    void shell.act(BACKUP_KEY, async () => {
      const made = await host.backup();
      if (made.ok && made.file !== undefined) {
        await host.download(made.file.name, "application/octet-stream", made.file.bytes);
      }
      return backupOutcome(made);
    });
  };
  const restore = (file: File): void => {
    void shell.act(RESTORE_KEY, async () => {
      if (file.size > BACKUP_BYTES_MAX) return { type: "refused", text: words.fileTooBig };
      return backupOutcome(await host.restore(new Uint8Array(await file.arrayBuffer())));
    });
  };
  return (
    <section class="rl-section" aria-label={words.data.own}>
      <h2>{words.data.own}</h2>
      <p>
        <SentenceText text={view.storage} />
      </p>
      <Notice tone={said.tone} text={[said.text]} />
      <div class="rl-line">
        <Button name={BACKUP_KEY} busy={shell.busy.value === BACKUP_KEY} onClick={backUp}>
          {words.backup.own}
        </Button>
        <Button
          name={CHECK_KEY}
          busy={shell.busy.value === CHECK_KEY}
          onClick={() => {
            void shell.act(CHECK_KEY, async () => {
              found.value = await host.check();
              return { type: "moved" };
            });
          }}
        >
          {words.check.own}
        </Button>
        {host.openDesk === undefined ? null : (
          <Button name="settings/desk" onClick={() => host.openDesk?.("today")}>
            {words.desk.own}
          </Button>
        )}
      </div>
      <Refused shell={shell} keys={[BACKUP_KEY, CHECK_KEY, RESTORE_KEY]} />
      {found.value === null ? null : (
        <output class="rl-card">
          <h3>{words.checked.own}</h3>
          {found.value.map(({ own }) => (
            <p key={own}>{own}</p>
          ))}
        </output>
      )}
      <div class="rl-field">
        <label class="rl-label" for="rl-restore">
          {words.restore.own}
        </label>
        <p class="rl-small rl-quiet" id="rl-restore-hint">
          {words.restoreHint.own}
        </p>
        <input
          class="rl-input"
          id="rl-restore"
          type="file"
          aria-describedby="rl-restore-hint"
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            if (file !== undefined) restore(file);
          }}
        />
      </div>
      <p class="rl-small rl-quiet">
        {view.ledger.label.own} <span class="rl-mono">{view.ledger.value.own}</span>
      </p>
    </section>
  );
};

const backupOutcome = (made: BackupOutcome): ActOutcome =>
  made.ok
    ? { type: "done", done: { text: [made.text], undo: null } }
    : { type: "refused", text: [made.text] };

const Identity = (props: { readonly shell: Shell; readonly view: SettingsView }): VNode => {
  const { shell, view } = props;
  const { host } = shell;
  const words = formWords(shell);
  const definition = {
    title: words.settings.identity,
    intro: null,
    blocked: null,
    submit: view.save,
    currency: "EUR" as const,
    fields: [authorField(words), ...view.fields.map(fieldOfSetting)],
    initial: stateOfSettings(view.fields, { [AUTHOR_FIELD]: host.author.peek() }),
  };
  return (
    <section class="rl-section">
      <EditedForm
        shell={shell}
        definition={definition}
        prefix="rl-setting-"
        heading="h2"
        focus={false}
        onLeave={null}
        onSubmit={async (state) => {
          const reader = formReader(definition, state, words, host.language.peek());
          const author = reader.required(AUTHOR_FIELD);
          const changes = identityOf(reader, view.fields, NEW_CREDITOR, words);
          if (changes === null || reader.errors.size > 0) return reader.errors;
          host.setAuthor(author);
          await shell.act("form", async () =>
            outcome(shell, await host.run(correctCreditor, { changes })),
          );
          return new Map();
        }}
      />
    </section>
  );
};
