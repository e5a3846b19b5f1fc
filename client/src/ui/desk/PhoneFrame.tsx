import type { ReactNode } from 'react';
import '../phone.css';
import './phone-frame.css';

/** A phone's screen in its frame, to be tried out. */
export function PhoneFrame({ label, children }: { label: string; children: ReactNode }) {
  return (
    <section className="dk-phone" aria-label={label}>
      <div className="dk-phone-screen" tabIndex={0} role="group" aria-label={label}>
        {children}
      </div>
    </section>
  );
}

/** A phone's screen in its frame, drawn smaller. Only to look at: no part of the page for the keyboard. */
export function SmallPhoneFrame({ children }: { children: ReactNode }) {
  return (
    <div className="dk-phone-small">
      <div className="dk-phone-screen scr" inert>
        {children}
      </div>
    </div>
  );
}
