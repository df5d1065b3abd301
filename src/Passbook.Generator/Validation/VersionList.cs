using System.Globalization;

namespace Passbook.Generator;

/// <summary>Collects parts that need a version of iOS.</summary>
internal sealed class VersionList
{
    private readonly List<RequiresIos> _parts = [];

    /// <summary>Adds a part.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="version">The version, such as <c>18.1</c>.</param>
    /// <param name="what">What older phones do: the sentence after "iPhones before iOS 18".</param>
    public void Add(string path, Version version, string what)
    {
        var name = version.Minor == 0 ? version.Major.ToString(CultureInfo.InvariantCulture) : version.ToString();
        _parts.Add(new RequiresIos(path, version, $"iPhones before iOS {name} {what}."));
    }

    public IReadOnlyList<RequiresIos> NewestFirst() => [.. _parts.OrderByDescending(part => part.Version)];
}

/// <summary>The versions of iOS in which the format of a pass grew.</summary>
internal static class Ios
{
    public static readonly Version V6 = new(6, 0);
    public static readonly Version V9 = new(9, 0);
    public static readonly Version V11 = new(11, 0);
    public static readonly Version V18 = new(18, 0);
    public static readonly Version V18P1 = new(18, 1);
    public static readonly Version V26 = new(26, 0);
    public static readonly Version V27 = new(27, 0);
}
