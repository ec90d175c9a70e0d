//! The reading page. State and highlighting are pure and tested natively; the rest needs a browser.
