using System.Text.Json;
using Portal.Data;
using Portal.Data.Storage;

namespace Portal.Hosting;

/// <summary>
/// The high-water mark of the update clocks, kept outside the database in <c>clock.mark</c>. A clock behind its mark
/// means that an older backup came back: phones then hold tags the database knows nothing of.
/// </summary>
public sealed class ClockMark(DataFolder folder)
{
    private const string FileName = "clock.mark";

    private static readonly JsonSerializerOptions Complete = new() { RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true };

    /// <summary>Whether a mark was ever written: then there was a database.</summary>
    public bool Exists => File.Exists(Path);

    public string Path => folder.PathOf(FileName);

    /// <summary>The mark, or null when there is none or it cannot be read (it is a witness, never a reason not to start).</summary>
    public Marks? Read()
    {
        try
        {
            var marks = File.Exists(Path) ? JsonSerializer.Deserialize<Marks>(File.ReadAllBytes(Path), Complete) : null;
            return marks is null || marks.Clocks.Any(static clock => clock is null) ? null : marks;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Writes the mark beside its place and moves it there, so that a kill leaves the old one or the new one.</summary>
    public void Write(Marks marks)
    {
        var draft = Path + ".new";
        using (var file = File.Create(draft))
        {
            JsonSerializer.Serialize(file, marks);
            file.Flush(flushToDisk: true);
        }

        File.Move(draft, Path, overwrite: true);
    }

    /// <summary>What is marked.</summary>
    public sealed record Marks(DatabaseProvider Provider, IReadOnlyList<Mark> Clocks)
    {
        public static Marks Of(DatabaseProvider provider, IEnumerable<ClockRow> clocks) =>
            new(provider, [.. clocks.OrderBy(clock => clock.PassTypeId).Select(Mark.Of)]);

        /// <summary>Whether these clocks are older than what was marked.</summary>
        public bool AreAheadOf(Marks now) => Provider == now.Provider && Clocks.Any(mark =>
            now.Clocks.FirstOrDefault(clock => clock.PassTypeId == mark.PassTypeId) is not { } clock || mark.IsAheadOf(clock));

        public bool Equals(Marks? other) => other is not null && Provider == other.Provider && Clocks.SequenceEqual(other.Clocks);

        public override int GetHashCode() => HashCode.Combine(Provider, Clocks.Count);
    }

    /// <summary>One clock: the pass type, its epoch with the moment it began, the last number drawn.</summary>
    public sealed record Mark(int PassTypeId, string Epoch, DateTimeOffset EpochStartedAt, long Number)
    {
        public static Mark Of(ClockRow clock) => new(clock.PassTypeId, clock.Epoch, clock.EpochStartedAt, clock.Number);

        /// <summary>
        /// In one epoch the number decides. A later epoch is no sign of a restore: another machine on the same database
        /// may have begun it.
        /// </summary>
        public bool IsAheadOf(Mark now) => string.Equals(Epoch, now.Epoch, StringComparison.Ordinal)
            ? Number > now.Number
            : EpochStartedAt > now.EpochStartedAt;
    }
}
