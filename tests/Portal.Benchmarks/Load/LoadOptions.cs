using System.Globalization;
using Portal.Data.Storage;

namespace Portal.Benchmarks.Load;

/// <summary>What a load run is asked for, as <c>--name value</c>.</summary>
internal sealed record LoadOptions
{
    public const string Usage =
        "load [--database sqlite|postgres] [--nodes 1|2] [--minutes 2] [--phones 500] [--saves 20] [--faults all|none|NAME,NAME] [--seed N] [--report FILE] [--sabotage]";

    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;

    /// <summary>Processes of the portal; two only on PostgreSQL.</summary>
    public int Nodes { get; init; } = 1;

    public TimeSpan Duration { get; init; } = TimeSpan.FromMinutes(2);

    public int Phones { get; init; } = 500;

    /// <summary>Saves a second, of all staff together.</summary>
    public double SavesPerSecond { get; init; } = 20;

    /// <summary>The names of the faults that may happen; null for all.</summary>
    public IReadOnlyList<string>? Faults { get; init; }

    /// <summary>Of the plan of faults and of what staff and phones choose.</summary>
    public int Seed { get; init; } = Random.Shared.Next(1_000_000);

    /// <summary>A file the result is written to as well.</summary>
    public string? Report { get; init; }

    /// <summary>Loses an update on purpose, behind the portal's back: a run that does not find it proves nothing.</summary>
    public bool Sabotage { get; init; }

    /// <exception cref="ArgumentException">An option is unknown or its value is none.</exception>
    public static LoadOptions Parse(string[] args)
    {
        var options = new LoadOptions();
        for (var at = 0; at < args.Length; at++)
        {
            if (args[at] is "--sabotage")
                options = options with { Sabotage = true };
            else if (at + 1 < args.Length)
                options = options.With(args[at], args[++at]);
            else
                throw new ArgumentException($"{args[at]} needs a value. Usage: {Usage}", nameof(args));
        }

        if (options is { Nodes: not 1, Provider: DatabaseProvider.Sqlite } or { Nodes: < 1 or > 2 })
            throw new ArgumentException("There are one or two nodes, and two only on PostgreSQL.", nameof(args));
        return options;
    }

    private LoadOptions With(string name, string value) => name switch
    {
        "--database" => this with { Provider = value is "postgres" ? DatabaseProvider.PostgreSql : DatabaseProvider.Sqlite },
        "--nodes" => this with { Nodes = int.Parse(value, CultureInfo.InvariantCulture) },
        "--minutes" => this with { Duration = TimeSpan.FromMinutes(double.Parse(value, CultureInfo.InvariantCulture)) },
        "--phones" => this with { Phones = int.Parse(value, CultureInfo.InvariantCulture) },
        "--saves" => this with { SavesPerSecond = double.Parse(value, CultureInfo.InvariantCulture) },
        "--faults" => this with { Faults = value is "all" ? null : value is "none" ? [] : value.Split(',') },
        "--seed" => this with { Seed = int.Parse(value, CultureInfo.InvariantCulture) },
        "--report" => this with { Report = value },
        _ => throw new ArgumentException($"There is no option {name}. Usage: {Usage}", nameof(name)),
    };
}
