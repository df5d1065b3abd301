using System.Globalization;

namespace Passbook.Generator.Tests.Support;

/// <summary>Another culture for the length of a using.</summary>
internal sealed class Culture : IDisposable
{
    private readonly CultureInfo _before = CultureInfo.CurrentCulture;

    public Culture(string name) => CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(name);

    /// <summary>Cultures with other separators, another calendar, other digits and another i.</summary>
    public static TheoryData<string> Tricky => ["fi-FI", "th-TH", "ar-SA", "tr-TR"];

    public void Dispose() => CultureInfo.CurrentCulture = _before;
}
