using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Passbook.Generator.Tests.Recipes;

/// <summary>The recipes of the library's README are the lines of the tests beside this one, compiled and run.</summary>
public sealed partial class ReadmeTests
{
    [Fact]
    public void The_README_shows_the_recipes_and_no_other_code()
    {
        var recipes = Directory.GetFiles(Here(), "*Recipe.cs").Select(file => RecipeIn(File.ReadAllText(file).ReplaceLineEndings("\n")));
        var readme = File.ReadAllText(Path.Combine(Here(), "../../../src/Passbook.Generator/README.md")).ReplaceLineEndings("\n");

        Assert.Equal(recipes.Order(StringComparer.Ordinal), Code.Matches(readme).Select(block => block.Groups["code"].Value).Order(StringComparer.Ordinal));
    }

    private static string RecipeIn(string file)
    {
        const string Start = "        // recipe\n";
        var start = file.IndexOf(Start, StringComparison.Ordinal) + Start.Length;
        return file[start..file.IndexOf("        // end", start, StringComparison.Ordinal)][8..].Replace("\n        ", "\n", StringComparison.Ordinal);
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file) ?? "";

    [GeneratedRegex("```csharp\n(?<code>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Code { get; }
}
