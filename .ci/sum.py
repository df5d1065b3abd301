"""Adds up the .trx files of all test projects and the load runs; the last line is what the run is judged by."""

import pathlib
import sys
import xml.etree.ElementTree as xml

NAMESPACE = {"t": "http://microsoft.com/schemas/VisualStudio/TeamTest/2010"}


def why(result: xml.Element) -> str:
    """The message of a failure, the start of its stack and what the test noted last, short enough to be read at the end of a log."""
    message, stack, noted = (result.findtext(f".//t:{part}", "", NAMESPACE).strip().splitlines() for part in ("Message", "StackTrace", "StdOut"))
    return "\n".join(f"    {line[:300]}" for line in message[:12] + stack[:12] + noted[-100:] if line.strip())


def main(folder: str, exit_code: int) -> int:
    passed = failed = skipped = 0
    files = {path.stem: path for path in pathlib.Path(folder).glob("*.trx")}
    for name, path in sorted(files.items()):
        results = xml.parse(path).findall(".//t:UnitTestResult", NAMESPACE)
        outcomes = [result.get("outcome") for result in results]
        mine = outcomes.count("Passed"), outcomes.count("NotExecuted")
        print(f"{name}: {mine[0]} passed, {len(outcomes) - sum(mine)} failed, {mine[1]} skipped")
        for result in results:
            if result.get("outcome") not in ("Passed", "NotExecuted"):
                print(f"  failed: {result.get('testName')}\n{why(result)}")
        if not outcomes:
            print(f"{name}: no test ran")
            failed += 1
        passed, skipped, failed = passed + mine[0], skipped + mine[1], failed + len(outcomes) - sum(mine)

    for project in sorted(pathlib.Path("tests").glob("*.Tests/*.Tests.csproj")):
        if project.stem not in files:
            print(f"{project.stem}: no result, its test process did not come to an end")
            failed += 1

    for path in sorted(pathlib.Path(folder).glob("load-*.exit")):
        went_well = path.read_text().strip() == "0"
        print(f"{path.stem}: {'passed' if went_well else 'failed'}")
        passed, failed = passed + went_well, failed + (not went_well)

    if exit_code != 0 and failed == 0:
        print(f"dotnet test ended with {exit_code} although no test reported a failure")
        failed = 1

    print(f"{passed} passed, {failed} failed" + (f", {skipped} skipped" if skipped else ""))
    return 1 if failed else 0


sys.exit(main(sys.argv[1], int(sys.argv[2])))
