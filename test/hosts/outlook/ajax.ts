/**
 * The few names of the old ASP.NET AJAX library that the office.js of 2022 asks for from another server. Our own, not
 * the library; sent to the browser as text.
 */
export const ajaxScript = (): void => {
  type Registered = { registerClass?: () => unknown };
  const page = globalThis as unknown as Record<string, Record<string, unknown>>;
  const type = Function as unknown as Record<string, unknown>;
  type["registerNamespace"] = (path: string) => {
    let at = page;
    for (const name of path.split(".")) {
      at[name] ??= {};
      at = at[name] as typeof page;
    }
  };
  type["registerClass"] = () => null;
  type["_validateParams"] = () => null;
  type["_validateParameter"] = () => null;
  (Function.prototype as Registered).registerClass = function registerClass() {
    return this;
  };
  page["Type"] = type;
  page["Sys"] = {
    StringBuilder: class {
      text: string;
      constructor(text = "") {
        this.text = text;
      }
      append(more: string): unknown {
        this.text += more;
        return this;
      }
      toString(): string {
        return this.text;
      }
    },
    Serialization: {
      JavaScriptSerializer: { serialize: JSON.stringify, deserialize: JSON.parse },
    },
    Debug: { trace: () => null },
    Browser: { agent: {}, InternetExplorer: null },
  };
  const faults = Error as unknown as Record<string, unknown>;
  faults["argument"] = (name: string, message?: string) =>
    new Error(`Sys.ArgumentException: ${message ?? name}`);
  faults["parameterCount"] = (message = "") => new Error(`Sys.ParameterCountException: ${message}`);
};
