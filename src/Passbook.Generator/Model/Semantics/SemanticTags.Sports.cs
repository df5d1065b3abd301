namespace Passbook.Generator;

// Sports: the league and the two teams.
public sealed partial record SemanticTags
{
    /// <summary>The sport, such as ice hockey. Localizable.</summary>
    public string? SportName { get; init; }

    /// <summary>The league. Localizable.</summary>
    public string? LeagueName { get; init; }

    /// <summary>The league in few letters. Localizable.</summary>
    public string? LeagueAbbreviation { get; init; }

    /// <summary>The home team. Localizable.</summary>
    public string? HomeTeamName { get; init; }

    /// <summary>Where the home team is from. Localizable.</summary>
    public string? HomeTeamLocation { get; init; }

    /// <summary>The home team in few letters; a poster ticket of a match needs it. Localizable.</summary>
    public string? HomeTeamAbbreviation { get; init; }

    /// <summary>The visiting team. Localizable.</summary>
    public string? AwayTeamName { get; init; }

    /// <summary>Where the visiting team is from. Localizable.</summary>
    public string? AwayTeamLocation { get; init; }

    /// <summary>The visiting team in few letters; a poster ticket of a match needs it. Localizable.</summary>
    public string? AwayTeamAbbreviation { get; init; }
}
