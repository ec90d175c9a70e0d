//! The bindings, as JavaScript meets them: digests are the objects that reading their JSON gives, and options are
//! objects. Where it runs is said from outside: in Node, or with `WASM_BINDGEN_USE_BROWSER=1` in a browser.
//!
//! `CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner cargo test --target wasm32-unknown-unknown
//! --features js --test js`
#![cfg(all(target_arch = "wasm32", feature = "js"))]

#[path = "parity/cases.rs"]
mod cases;

use cases::Case;
use js_sys::{Array, Error, Function, JSON, Object, Promise, Reflect};
use newsgist::{
    Digest, export,
    js::{analyze_to_object, export_digest},
};
use wasm_bindgen::{JsCast, JsError, JsValue};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::wasm_bindgen_test;

const TEXT: &str = "The council of Ostrel voted on Monday to close the bridge. Some 27,000 people cross it each day.";

fn parse(json: &str) -> JsValue {
    JSON::parse(json).expect("JSON")
}

/// The digest of a case, by the bindings.
fn object(case: &Case) -> JsValue {
    let options = parse(&serde_json::to_string(&case.options).expect("JSON"));
    let format = serde_json::to_value(case.format).expect("JSON");
    analyze_to_object(&case.text, format.as_str().expect("a name"), &options).expect("a digest")
}

fn message<T>(result: Result<T, JsError>) -> String {
    let error = JsValue::from(result.err().expect("an error"));
    error.dyn_into::<Error>().map(|error| String::from(error.message())).expect("an Error")
}

/// Where two values differ in what they are, in their prototypes, in their fields or the order of these, or as numbers.
fn difference(found: &JsValue, expected: &JsValue, at: &str) -> Option<String> {
    if !expected.is_object() {
        return (!Object::is(found, expected)).then(|| format!("{at}: {found:?}, not {expected:?}"));
    }
    let (Some(one), Some(other)) = (found.dyn_ref::<Object>(), expected.dyn_ref::<Object>()) else {
        return Some(format!("{at}: {found:?} is no object"));
    };
    if !Object::is(&Object::get_prototype_of(one), &Object::get_prototype_of(other)) {
        return Some(format!("{at}: the prototype of {found:?}"));
    }
    let keys = |value: &JsValue| Reflect::own_keys(value).expect("an object");
    let (found_keys, expected_keys) = (keys(found), keys(expected));
    if found_keys.join(" ") != expected_keys.join(" ") {
        return Some(format!("{at}: {found_keys:?}, not {expected_keys:?}"));
    }
    expected_keys.iter().find_map(|key| {
        let field = |value: &JsValue| Reflect::get(value, &key).expect("a field");
        difference(&field(found), &field(expected), &format!("{at}.{}", key.as_string().unwrap_or_default()))
    })
}

/// Lets the browser answer its driver, which gives up on a page that is silent for half a minute.
async fn breathe() {
    let later = Promise::new(&mut |resolve, _| {
        let timer = Reflect::get(&js_sys::global(), &"setTimeout".into()).expect("a timer");
        timer.unchecked_into::<Function>().call1(&JsValue::UNDEFINED, &resolve).expect("a timer");
    });
    JsFuture::from(later).await.expect("a while");
}

#[wasm_bindgen_test]
async fn digests_are_what_their_json_says() {
    for (group, cases) in cases::groups() {
        breathe().await;
        for case in cases {
            let expected = parse(&export::to_json(&case.digest()));
            assert_eq!(difference(&object(&case), &expected, &group), None);
        }
    }
}

#[wasm_bindgen_test]
fn differences_are_seen() {
    let expected = parse(r#"{"a":1,"b":[null,{"c":"d"}]}"#);
    assert_eq!(difference(&parse(r#"{"a":1,"b":[null,{"c":"d"}]}"#), &expected, ""), None);
    for other in [
        r#"{"a":1}"#,
        r#"{"b":[null,{"c":"d"}],"a":1}"#,
        r#"{"a":1,"b":{"0":null,"1":{"c":"d"},"length":2}}"#,
        r#"{"a":"1","b":[null,{"c":"d"}]}"#,
        r#"{"a":1,"b":[null,{"c":"e"}]}"#,
        r#"{"a":1,"b":[null,{}]}"#,
        "null",
    ] {
        assert!(difference(&parse(other), &expected, "").is_some(), "{other}");
    }
    // What JSON cannot say: undefined, BigInt, Map.
    for other in [JsValue::UNDEFINED, JsValue::from(1_u64), js_sys::Map::new().into()] {
        let object = parse(r#"{"a":1,"b":[null,{"c":"d"}]}"#);
        Reflect::set(&object, &"a".into(), &other).expect("a field");
        assert!(difference(&object, &expected, "").is_some(), "{other:?}");
    }
}

#[wasm_bindgen_test]
fn options_are_objects_and_may_be_left_out() {
    let points = |options: &str| {
        let digest = analyze_to_object(TEXT, "plain", &parse(options)).expect("a digest");
        Array::from(&Reflect::get(&digest, &"keyPoints".into()).expect("points")).length()
    };
    assert_eq!(points("{}"), 2);
    assert_eq!(points(r#"{"points":1}"#), 1);
    assert_eq!(points(r#"{"points":5,"share":0.5,"title":null,"publishedAt":"2026-05-13","other":[1]}"#), 1);
}

#[wasm_bindgen_test]
fn wrong_options_are_named() {
    for (options, start) in [
        (r#"{"points":-1}"#, "options.points: invalid value: integer `-1`"),
        (r#"{"points":1.5}"#, "options.points: invalid value: floating point `1.5`"),
        (r#"{"points":null}"#, "options.points: invalid type: unit value"),
        (r#"{"points":5e9}"#, "options.points: invalid value: integer `5000000000`"),
        (r#"{"points":2,"share":"half"}"#, r#"options.share: invalid type: string "half""#),
        (r#"{"title":7}"#, "options.title: invalid type: floating point `7.0`"),
        (r#"{"title":"x","publishedAt":"Monday"}"#, "options.publishedAt: not a day of the form YYYY-MM-DD"),
        (r#"{"context":["rain"]}"#, "options.context: invalid type"),
        ("null", "options: invalid type: unit value"),
        (r#""html""#, r#"options: invalid type: string "html""#),
    ] {
        let message = message(analyze_to_object(TEXT, "plain", &parse(options)));
        assert!(message.starts_with(start), "{options}: {message}");
    }
    assert!(message(analyze_to_object(TEXT, "pdf", &parse("{}"))).contains("`pdf`"));
}

#[wasm_bindgen_test]
fn exports_take_the_object() {
    type Write = fn(&Digest) -> String;
    let forms: [(&str, Write); 4] = [
        ("markdown", export::to_markdown),
        ("text", export::to_text),
        ("jsonld", export::to_json_ld),
        ("csv", export::to_csv),
    ];
    for (group, cases) in cases::groups().iter().step_by(5) {
        let case = &cases[0];
        let (digest, object) = (case.digest(), object(case));
        for (form, write) in forms {
            assert_eq!(export_digest(&object, form).ok(), Some(write(&digest)), "{group} as {form}");
        }
        assert!(message(export_digest(&object, "pdf")).starts_with("the form is none of"));
    }
    assert!(message(export_digest(&parse("{}"), "csv")).starts_with("digest: missing field `schema`"));
    assert!(message(export_digest(&JsValue::NULL, "csv")).starts_with("digest: invalid type: unit value"));
}
