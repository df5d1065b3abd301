using Passbook.Generator.Tests.Support;

namespace Passbook.Generator.Tests.Recipes;

public sealed class BundleRecipe : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Ten_tickets_in_one_file()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var (ticket, assets, signer) = (Samples.EventTicket, Samples.Assets, Development.Signer);
        var bundleFile = Path.Combine(_folder.Path, "tickets.pkpasses");

        // recipe
        var tickets = Enumerable.Range(1, 10).Select(seat => ticket with
        {
            SerialNumber = $"2030-06-01-{seat:00}",
            Semantics = (ticket.Semantics ?? new SemanticTags()) with { Seats = [new SemanticSeat { SeatRow = "7", SeatNumber = $"{seat}" }] },
        });
        await using (var file = File.Create(bundleFile))
            await PassBundle.WriteAsync(file, tickets.Select(pass => new BundledPass(pass, assets, signer)), cancellationToken);
        // end

        await using var written = File.OpenRead(bundleFile);
        var serialNumbers = new List<string?>();
        await foreach (var entry in PassBundle.ReadAsync(written, cancellationToken))
        {
            Assert.Empty(entry.Opened.Problems);
            serialNumbers.Add(entry.Opened.Pass?.SerialNumber);
        }

        Assert.Equal(tickets.Select(pass => pass.SerialNumber), serialNumbers, StringComparer.Ordinal);
    }

    public void Dispose() => _folder.Dispose();
}
