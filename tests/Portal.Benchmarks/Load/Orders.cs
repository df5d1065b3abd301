using System.Globalization;
using System.Net;

namespace Portal.Benchmarks.Load;

/// <summary>What staff ask the portal for. An order without an answer is given again, as a person clicks again.</summary>
internal sealed class Orders(HttpClient http, Ledger ledger)
{
    private static readonly TimeSpan BeforeAgain = TimeSpan.FromMilliseconds(200);

    public async Task<int> CertificateAsync(byte[] pkcs12, string password, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(pkcs12);
        using var answer = await http.PostAsync(new Uri($"/test/certificate?password={password}", UriKind.Relative), content, cancellationToken);
        return int.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellationToken), CultureInfo.InvariantCulture);
    }

    public async Task<long> DesignAsync(int passType, CancellationToken cancellationToken) =>
        long.Parse(await OnceAsync($"/test/design?type={passType}", cancellationToken), CultureInfo.InvariantCulture);

    public async Task<IReadOnlyList<LoadPass>> IssueAsync(long design, int count, CancellationToken cancellationToken)
    {
        var lines = await OnceAsync($"/test/issue?design={design}&count={count}", cancellationToken);
        return
        [
            .. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' '))
                .Select(words => new LoadPass(long.Parse(words[0], CultureInfo.InvariantCulture), words[1], words[2].Trim())),
        ];
    }

    /// <summary>Saves points, and returns when the portal says so.</summary>
    public async Task SaveAsync(LoadPass pass, int points, CancellationToken cancellationToken)
    {
        await UntilDoneAsync($"/test/save?pass={pass.Id}&change={Guid.CreateVersion7()}&field=points&text={points}", "Saved", cancellationToken);
        ledger.Saved(pass, points);
    }

    public async Task PublishAsync(long design, int edition, CancellationToken cancellationToken)
    {
        await UntilDoneAsync($"/test/publish?design={design}&change={Guid.CreateVersion7()}&text=Edition%20{edition}", "Published", cancellationToken);
        ledger.Published(edition);
    }

    private async Task UntilDoneAsync(string order, string done, CancellationToken cancellationToken)
    {
        while (true)
        {
            ledger.Asked();
            try
            {
                using var answer = await http.PostAsync(new Uri(order, UriKind.Relative), content: null, cancellationToken);
                var text = await answer.Content.ReadAsStringAsync(cancellationToken);
                if (answer.StatusCode is HttpStatusCode.OK && text == done)
                    return;
                if (answer.StatusCode is HttpStatusCode.OK)
                    throw new InvalidOperationException($"The portal answered '{text}' instead of '{done}'.");
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException || (failure is TaskCanceledException && !cancellationToken.IsCancellationRequested))
            {
                // Whether it was done is not known: the same change again is recognised.
            }

            await Task.Delay(BeforeAgain, cancellationToken);
        }
    }

    private async Task<string> OnceAsync(string order, CancellationToken cancellationToken)
    {
        using var answer = await http.PostAsync(new Uri(order, UriKind.Relative), content: null, cancellationToken);
        return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellationToken);
    }
}
