import type { VNode } from "preact";
import { FormScreen } from "#src/sidebar/forms/form-screen.tsx";
import { lazyPart } from "#src/sidebar/components/lazy.tsx";
import type { MethodPage, Place, Shell } from "#src/sidebar/shell.ts";
import { isAccountPlace } from "./desk-shell.ts";
import type { Desk } from "./desk-shell.ts";
import { AccountPage } from "./pages/account-page.tsx";
import { AgedPage } from "./pages/aged-page.tsx";
import { BankPage } from "./pages/bank-page.tsx";
import { DebtorsPage } from "./pages/debtors-page.tsx";
import { FirstRunPage } from "./pages/first-run-page.tsx";
import { ImportPage } from "./pages/import-page.tsx";
import { SearchPage } from "./pages/search-page.tsx";
import { SettingsPage } from "./pages/settings-page.tsx";
import { SilentPage } from "./pages/silent-page.tsx";
import { TodayPage } from "./pages/today-page.tsx";
import { SettingsTabs } from "./settings-tabs.tsx";

type MethodProps = { readonly desk: Desk; readonly shell: Shell };

/** Pages that are opened a few times a year come when they are. */
const METHOD_PAGES: Readonly<Record<MethodPage, (props: MethodProps) => VNode | null>> = {
  plans: lazyPart<MethodProps>(async () => (await import("./pages/plans-page.tsx")).PlansPage),
  texts: lazyPart<MethodProps>(async () => (await import("./pages/texts-page.tsx")).TextsPage),
  policy: lazyPart<MethodProps>(async () => (await import("./pages/policy-page.tsx")).PolicyPage),
  rates: lazyPart<MethodProps>(async () => (await import("./pages/rates-page.tsx")).RatesPage),
  handover: lazyPart<MethodProps>(
    async () => (await import("./pages/handover-page.tsx")).HandoverPage,
  ),
};

/** A page of the navigation. */
export const SectionPage = (props: { readonly desk: Desk; readonly place: Place }): VNode => {
  const { desk, place } = props;
  switch (place.at) {
    case "search":
      return <SearchPage desk={desk} query={place.query} />;
    case "settings":
      return <SettingsPage desk={desk} />;
    case "silent":
      return <SilentPage desk={desk} />;
    case "first-run":
      return <FirstRunPage desk={desk} />;
    case "desk":
      switch (place.page) {
        case "aged":
          return <AgedPage desk={desk} />;
        case "debtors":
          return <DebtorsPage desk={desk} />;
        case "bank":
          return <BankPage desk={desk} />;
        case "import":
          return <ImportPage desk={desk} />;
        case "calendar":
          return <SettingsPage desk={desk} />;
        case "plans":
        case "texts":
        case "policy":
        case "rates":
        case "handover": {
          const Page = METHOD_PAGES[place.page];
          return (
            <div class="rl-stack rl-stack--loose">
              <SettingsTabs desk={desk} page={place.page} />
              <Page desk={desk} shell={desk.shell} />
            </div>
          );
        }
      }
    // The others are details: beside no list, today's stands.
    case "today":
    case "mail":
    case "claim":
    case "account":
    case "timeline":
    case "law":
    case "form":
      return <TodayPage desk={desk} />;
  }
};

/** What is opened from a page: a debtor, or a form. */
export const DetailPage = (props: { readonly desk: Desk; readonly place: Place }): VNode => {
  const { desk, place } = props;
  if (place.at === "form") return <FormScreen shell={desk.shell} place={place} />;
  if (isAccountPlace(place)) {
    return <AccountPage desk={desk} place={place} />;
  }
  return <SectionPage desk={desk} place={place} />;
};
