/// Reads a table as RFC 4180 has it; panics where it is none.
pub(crate) fn rows(table: &str) -> Vec<Vec<String>> {
    let mut rows = Vec::new();
    let mut rest = table;
    while !rest.is_empty() {
        let mut row = Vec::new();
        loop {
            let (cell, behind) = if let Some(inner) = rest.strip_prefix('"') { quoted(inner) } else { plain(rest) };
            row.push(cell);
            if let Some(next) = behind.strip_prefix(',') {
                rest = next;
            } else {
                rest = behind.strip_prefix("\r\n").expect("a line ends with CR LF");
                break;
            }
        }
        rows.push(row);
    }
    rows
}

fn plain(rest: &str) -> (String, &str) {
    let end = rest.find([',', '\r', '\n']).expect("a cell ends");
    assert!(!rest[..end].contains('"'), "a cell with a quotation mark is quoted");
    (rest[..end].to_owned(), &rest[end..])
}

fn quoted(inner: &str) -> (String, &str) {
    let mut cell = String::new();
    let mut rest = inner;
    loop {
        let end = rest.find('"').expect("a quoted cell ends");
        cell.push_str(&rest[..end]);
        rest = &rest[end + 1..];
        match rest.strip_prefix('"') {
            Some(next) => {
                cell.push('"');
                rest = next;
            }
            None => return (cell, rest),
        }
    }
}
