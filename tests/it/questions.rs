//! scratch
use crate::questions_support::*;
#[test]
fn dump() {
    let catalogue = weegboek::views::question::Catalogue::built_in();
    for q in catalogue.questions() {
        println!("== {} {}", q.code, q.name);
        if q.measures.is_empty() {
            continue;
        }
        let by: Vec<&str> = q.by.iter().map(String::as_str).collect();
        for l in of_cases(&q.code, &[], &Asked::default()) {
            println!("   {l}");
        }
        for l in of_cases(&q.code, &by, &Asked::default()) {
            println!("      {l}");
        }
    }
}
