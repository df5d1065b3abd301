using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Portal.Browser.Tests.Looks;

/// <summary>What may be wrong with any page, whatever it is about.</summary>
internal sealed partial class PageLook(IPage page)
{
    private const string TooWide = """
        () => {
          const room = document.documentElement.clientWidth;
          if (document.documentElement.scrollWidth <= room) return '';
          const wide = [...document.body.querySelectorAll('*')].filter(element => element.getBoundingClientRect().right > room + 1);
          return `${document.documentElement.scrollWidth} of ${room}: ` + wide.slice(0, 6).map(element => `${element.tagName}.${element.className}`).join(', ');
        }
        """;

    /// <summary>What makes the page scroll sideways; empty when it does not.</summary>
    public Task<string> WhatIsTooWideAsync() => page.EvaluateAsync<string>(TooWide);

    /// <summary>Everything to click or type into that a screen reader could not name, as the browser computes names.</summary>
    public async Task<string> WhatHasNoNameAsync()
    {
        var lines = (await page.Locator("body").AriaSnapshotAsync()).Split('\n');
        return string.Join('\n', lines.Where(line => Nameless().IsMatch(line)));
    }

    /// <summary>What breaks a rule of WCAG 2.1 AA that a program can check: contrast, labels, roles, structure.</summary>
    public async Task<string> WhatBreaksRulesAsync()
    {
        var found = await page.RunAxe(new AxeRunOptions { RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] } });
        return string.Join('\n', found.Violations.Select(rule =>
            $"{rule.Id}: {rule.Help}\n    " + string.Join("\n    ", rule.Nodes.Take(4).Select(node => $"{node.Target} {node.Html}"))));
    }

    [GeneratedRegex(@"^\s*- '?(button|link|textbox|searchbox|combobox|checkbox|radio|switch|tab|menuitem|option|slider|spinbutton)( \[[^\]]*\])*'?(:|$)")]
    private static partial Regex Nameless();
}
