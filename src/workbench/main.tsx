import { render } from "preact";

render(<h1>Relance</h1>, document.body);
