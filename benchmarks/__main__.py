"""All measurements, one after another: `make bench`."""

from benchmarks import archives, extract, increments, metrics, publishing, refresh, resolve

if __name__ == "__main__":
    refresh.main([0, 10_000])
    print("\nreading archives")
    archives.main([10_000, 100_000])
    print("\nextraction")
    extract.main()
    print("\nresolution of made claims")
    resolve.main(100_000)
    print("\na thousand new claims, resolved and historised, on top of few and of many")
    increments.main([10_000, 1_000_000])
    print("\npublishing")
    publishing.main([100_000])
    print("\nmetrics and checks on made facts")
    metrics.main([200_000])
