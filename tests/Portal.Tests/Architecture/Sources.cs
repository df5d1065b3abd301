using System.Text.RegularExpressions;
using Portal.Testing;

namespace Portal.Tests.Architecture;

/// <summary>The source files of this repository, as text: for rules that no compiled assembly shows any more.</summary>
internal static class Sources
{
    public static string Root => Repository.Root;

    /// <summary>Our own files of a folder with one of these endings; nothing generated, nothing fetched.</summary>
    public static IReadOnlyList<Source> In(string folder, params string[] endings) =>
        [.. Directory.EnumerateFiles(Path.Combine(Root, folder), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal)))
            .Where(path => !path.Contains("/bin/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal))
            .Where(path => !path.Contains("/Migrations/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => new Source(path, File.ReadAllLines(Path.Combine(Root, path))))];

    /// <summary>Fails with file and line of everything that matches.</summary>
    public static void AssertNone(IEnumerable<Source> sources, Regex forbidden, string why)
    {
        var found = sources.SelectMany(source => source.Lines
            .Select((line, index) => (line, number: index + 1))
            .Where(entry => forbidden.IsMatch(entry.line))
            .Select(entry => $"{source.Path}:{entry.number}: {entry.line.Trim()}"));
        AssertNone(found, why);
    }

    public static void AssertNone(IEnumerable<string> found, string why)
    {
        var list = found.ToList();
        Assert.True(list.Count == 0, $"{why}\n{string.Join('\n', list)}");
    }
}

internal sealed record Source(string Path, IReadOnlyList<string> Lines);
