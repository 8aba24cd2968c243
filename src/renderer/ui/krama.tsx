import './krama.css';

/** The krama check, our one ornament: a thin strip under a bar. */
export function Krama() {
  return <div className="krama" aria-hidden="true" />;
}
