// Entry of the bundle whose size is budgeted: what a host loads before the claim of the open mail is painted.
export const modules = import.meta.glob(
  ["/src/sidebar/sidebar.tsx", "/src/driver/driver.ts", "/src/store/indexed-db.ts"],
  { eager: true },
);
