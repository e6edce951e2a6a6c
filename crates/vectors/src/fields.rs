//! What goes into a case and comes out of it: decimal strings, and lists of them.
use std::cell::RefCell;
use std::collections::BTreeSet;
use std::str::FromStr;

use serde_json::{Map, Value};

/// A case's input, which knows what has been read of it.
pub struct Input<'a> {
    fields: &'a Map<String, Value>,
    unread: RefCell<BTreeSet<&'a str>>,
}

impl<'a> Input<'a> {
    pub fn new(fields: &'a Map<String, Value>) -> Self {
        let unread = RefCell::new(fields.keys().map(String::as_str).collect());
        Self { fields, unread }
    }

    pub fn number<T: FromStr>(&self, name: &str) -> Result<T, String> {
        parsed(name, self.field(name)?)
    }

    pub fn numbers<T: FromStr>(&self, name: &str) -> Result<Vec<T>, String> {
        let list = self
            .field(name)?
            .as_array()
            .ok_or_else(|| format!("{name} is no list"))?;
        list.iter().map(|value| parsed(name, value)).collect()
    }

    pub fn all_read(&self) -> Result<(), String> {
        let unread = self.unread.borrow();
        if unread.is_empty() {
            Ok(())
        } else {
            Err(format!("never read: {unread:?}"))
        }
    }

    fn field(&self, name: &str) -> Result<&'a Value, String> {
        self.unread.borrow_mut().remove(name);
        self.fields.get(name).ok_or_else(|| format!("no {name}"))
    }
}

fn parsed<T: FromStr>(name: &str, value: &Value) -> Result<T, String> {
    let text = value
        .as_str()
        .ok_or_else(|| format!("{name} is no string"))?;
    text.parse()
        .map_err(|_| format!("{name} does not fit: {text}"))
}

/// An answer of numbers.
pub fn output<const N: usize>(fields: [(&str, &dyn ToString); N]) -> Map<String, Value> {
    fields
        .into_iter()
        .map(|(name, value)| (name.to_owned(), Value::String(value.to_string())))
        .collect()
}
