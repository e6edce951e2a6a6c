//! Runs every case of every file in a folder of vectors; what it can't run or read is a failure.
use std::collections::BTreeMap;
use std::path::Path;

use serde_json::{Map, Value};

mod fields;
mod percolator;
mod protocol;

use fields::Input;

/// Cases passed, by function.
pub type Counts = BTreeMap<String, usize>;

/// Runs a whole folder: what passed, or everything that failed.
pub fn run_folder(folder: &Path) -> Result<Counts, Vec<String>> {
    let mut counts = Counts::new();
    let mut failures = Vec::new();
    for file in
        std::fs::read_dir(folder).map_err(|error| vec![format!("{}: {error}", folder.display())])?
    {
        let path = file.map_err(|error| vec![error.to_string()])?.path();
        let name = path.display();
        match std::fs::read(&path)
            .map_err(|error| error.to_string())
            .and_then(|text| cases(&text))
        {
            Err(why) => failures.push(format!("{name}: {why}")),
            Ok(cases) => {
                for (index, case) in cases.iter().enumerate() {
                    match run_case(case) {
                        Ok(function) => {
                            let count = counts.entry(function.to_owned()).or_default();
                            *count = count.saturating_add(1);
                        }
                        Err(why) => {
                            failures.push(format!("{name}, case {index}: {why}\n    {case}"))
                        }
                    }
                }
            }
        }
    }
    if counts.is_empty() && failures.is_empty() {
        failures.push(format!("{}: no vectors", folder.display()));
    }
    if failures.is_empty() {
        Ok(counts)
    } else {
        Err(failures)
    }
}

fn cases(text: &[u8]) -> Result<Vec<Value>, String> {
    let cases: Vec<Value> = serde_json::from_slice(text).map_err(|error| error.to_string())?;
    if cases.is_empty() {
        return Err("no cases".into());
    }
    Ok(cases)
}

/// The name of the case's function, where it answers exactly as written.
fn run_case(case: &Value) -> Result<&str, String> {
    let function = case["fn"].as_str().ok_or("no fn")?;
    let fields = case["in"].as_object().ok_or("no in")?;
    let expected = case["out"].as_object().ok_or("no out")?;
    let input = Input::new(fields);
    let actual = answer(function, &input)?;
    input.all_read()?;
    if &actual != expected {
        return Err(format!("answered {}", Value::Object(actual)));
    }
    Ok(function)
}

fn answer(function: &str, input: &Input) -> Result<Map<String, Value>, String> {
    protocol::answer(function, input)
        .or_else(|| percolator::answer(function, input))
        .ok_or_else(|| format!("unknown fn {function}"))?
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn tradefee(input: Value, output: Value) -> Value {
        json!({ "fn": "tradeFee", "in": input, "out": output })
    }

    fn why(case: Value) -> String {
        run_case(&case).expect_err("the case should fail")
    }

    #[test]
    fn a_right_case_passes() {
        let case = tradefee(
            json!({ "notional": "1", "bps": "5" }),
            json!({ "value": "1" }),
        );
        assert_eq!(run_case(&case), Ok("tradeFee"));
    }

    #[test]
    fn a_wrong_answer_fails() {
        let input = json!({ "notional": "1", "bps": "5" });
        assert!(why(tradefee(input.clone(), json!({ "value": "2" }))).contains("answered"));
        assert!(why(tradefee(input.clone(), json!({ "value": 1 }))).contains("answered"));
        assert!(why(tradefee(
            input.clone(),
            json!({ "value": "1", "more": "1" })
        ))
        .contains("answered"));
        assert!(why(tradefee(input, json!({}))).contains("answered"));
    }

    #[test]
    fn an_input_nobody_reads_fails() {
        let input = json!({ "notional": "1", "bps": "5", "more": "1" });
        assert!(why(tradefee(input, json!({ "value": "1" }))).contains("more"));
    }

    #[test]
    fn a_missing_or_malformed_input_fails() {
        assert!(why(tradefee(
            json!({ "notional": "1" }),
            json!({ "value": "1" })
        ))
        .contains("bps"));
        let input = json!({ "notional": "1", "bps": "-5" });
        assert!(why(tradefee(input, json!({ "value": "1" }))).contains("bps"));
    }

    #[test]
    fn a_function_that_refuses_fails() {
        let case = json!({ "fn": "effectivePnl", "in": { "pnl": "1", "num": "1", "den": "0" }, "out": { "value": "0" } });
        assert!(why(case).contains("refused"));
    }

    #[test]
    fn an_unknown_function_fails() {
        assert!(why(json!({ "fn": "nothing", "in": {}, "out": {} })).contains("unknown fn nothing"));
    }

    #[test]
    fn a_file_without_cases_fails() {
        assert_eq!(cases(b"[]"), Err("no cases".into()));
        assert!(cases(b"{").is_err());
    }

    #[test]
    fn a_missing_folder_fails() {
        assert!(run_folder(Path::new("nowhere")).is_err());
    }

    #[test]
    fn an_empty_folder_and_a_stray_file_fail() {
        let folder = std::env::temp_dir().join(format!("percosec-vectors-{}", std::process::id()));
        std::fs::create_dir(&folder).expect("a new folder");
        let empty = run_folder(&folder);
        std::fs::write(folder.join("notes.txt"), "not a vector").expect("a file");
        let stray = run_folder(&folder);
        std::fs::remove_dir_all(&folder).expect("the folder");
        assert!(empty.is_err_and(|failures| failures[0].contains("no vectors")));
        assert!(stray.is_err_and(|failures| failures[0].contains("notes.txt")));
    }
}
